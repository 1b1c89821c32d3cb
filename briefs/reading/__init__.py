"""Reading what people write: strict YAML as text with places, then the models, with errors a person can mend."""
