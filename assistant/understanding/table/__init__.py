"""Questions on the user's own tables: which tool reads them, which column and rows are meant."""
