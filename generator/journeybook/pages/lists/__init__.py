"""Pages of single things and lists of them: touchpoints, personas, pain points and so on."""
