"""The one educational-only disclaimer, in a short and a long form.

Every result, answer and error carries the short form; the README and the page's About panel carry the long one.
Nothing turns it off: there is no option that reads this module conditionally.
"""

from typing import Final

SHORT: Final = (
    "Educational only: not financial advice and not a recommendation to buy or sell anything. "
    "Options and futures carry a substantial risk of loss (futures: more than the stake) and do not suit everyone; "
    "past or hypothetical results guarantee nothing. Consult a qualified professional. "
    "Independent project, not affiliated with or endorsed by VixShield or Russell Clark."
)

LONG: Final = (
    "This program is for education only. Nothing it shows is financial, investment, legal or tax advice, and nothing in it "
    "is a recommendation or an offer to buy or sell a security, an option or a future.\n\n"
    "Trading options and futures carries a substantial risk of loss and does not suit everyone. A bought option can lose its "
    "whole premium; a future, or a sold option, can lose more than the money set aside for it.\n\n"
    "Past results guarantee nothing about the future. Hypothetical and back-tested results are made with hindsight, "
    "involve no real orders, and usually leave out costs, slippage and the strain of real losses.\n\n"
    "Before acting on anything learnt here, read the options disclosure document of your clearing house and consult a "
    "qualified financial professional who knows your situation.\n\n"
    "alvh-assistant is an independent project. It is not affiliated with, sponsored by or endorsed by VixShield or Russell "
    "Clark; their names and terms are used only to say whose method is being explained."
)
