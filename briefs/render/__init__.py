"""The Word renderer: templates and plain data in, one .docx out. Only this package knows how Word files are made."""
