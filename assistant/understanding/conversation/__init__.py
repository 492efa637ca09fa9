"""Questions that lean on earlier ones: changed, carried on, compared, shown again."""
