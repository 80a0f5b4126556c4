"""All of Qt: shell, theme, widgets and one folder per role."""
