"""Guards around every model: context, fallback, citations, numbers. One file each; each fails closed."""
