"""Which language a text is in, so that a document the finders can't read is named and not misread."""

from py3langid.langid import MODEL_FILE, LanguageIdentifier

_ENOUGH_WORDS = 20
_SAMPLE = 6000
_SURE = 0.9


class LanguageDetector:
    """A loaded language identifier (py3langid: naive Bayes over byte n-grams, Lui and Baldwin 2012)."""

    def __init__(self) -> None:
        self._identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)

    def language(self, text: str, stated: str | None) -> str | None:
        """ISO 639-1 code of the text's language; `stated` (what the document says of itself) where the text is too
        short or too mixed to tell.
        """
        start = max(0, (len(text) - _SAMPLE) // 2)  # the middle: heads and feet are where a page's own language stands
        sample = text[start : start + _SAMPLE]
        if len(sample.split()) < _ENOUGH_WORDS:
            return stated
        code, probability = self._identifier.classify(sample)
        return str(code) if probability >= _SURE else stated
