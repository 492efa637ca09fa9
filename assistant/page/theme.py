"""The page's look as the framework's variables: ink on paper, one deep green for what can be pressed, system fonts only."""

from __future__ import annotations

import gradio as gr

_GREEN = gr.themes.Color(
    c50="#effaf7", c100="#d3f1e9", c200="#a7e2d3", c300="#73cbb7", c400="#46ae99", c500="#2b9280",
    c600="#1b7567", c700="#175e54", c800="#154b44", c900="#133f39", c950="#062522",
)  # fmt: skip
_INK = gr.themes.Color(
    c50="#f8f9f8", c100="#f1f3f2", c200="#e3e6e5", c300="#cdd2d0", c400="#98a09d", c500="#68716d",
    c600="#4e5653", c700="#3a413e", c800="#222826", c900="#171c1a", c950="#0f1312",
)  # fmt: skip
_FONTS = ("system-ui", "-apple-system", "Segoe UI", "Roboto", "Helvetica Neue", "Arial", "sans-serif")
_MONO = ("ui-monospace", "SFMono-Regular", "Menlo", "Consolas", "Liberation Mono", "monospace")


def theme() -> gr.themes.Base:
    """Light and dark; no font is fetched."""
    base = gr.themes.Base(
        primary_hue=_GREEN,
        secondary_hue=_GREEN,
        neutral_hue=_INK,
        radius_size=gr.themes.sizes.radius_md,
        text_size=gr.themes.sizes.text_md,
        font=_FONTS,
        font_mono=_MONO,
    )
    return base.set(
        body_background_fill="*neutral_50",
        body_background_fill_dark="*neutral_950",
        body_text_color="#1d2422",
        body_text_color_dark="#e4e8e6",
        body_text_color_subdued="*neutral_600",
        body_text_color_subdued_dark="#a4adaa",
        background_fill_primary="white",
        background_fill_primary_dark="*neutral_900",
        block_background_fill="transparent",
        block_background_fill_dark="transparent",
        block_border_width="0px",
        block_shadow="none",
        border_color_primary="*neutral_200",
        border_color_primary_dark="#2c3431",
        link_text_color="*primary_600",
        link_text_color_dark="*primary_300",
        button_primary_background_fill="*primary_600",
        button_primary_background_fill_hover="*primary_700",
        button_primary_background_fill_dark="*primary_400",
        button_primary_background_fill_hover_dark="*primary_300",
        button_primary_text_color="white",
        button_primary_text_color_dark="*neutral_950",
        button_secondary_background_fill="transparent",
        button_secondary_background_fill_dark="transparent",
        input_background_fill="transparent",
        input_background_fill_dark="transparent",
        input_border_width="0px",
        input_shadow="none",
        input_shadow_focus="none",
        input_placeholder_color="*neutral_500",
        input_placeholder_color_dark="#98a29e",
    )
