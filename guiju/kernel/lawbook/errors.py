"""What can go wrong when the law is asked: every error is a Chinese sentence naming the rule and the remedy."""


class LawbookError(ValueError):
    """The rulepacks do not answer the question, or are not in order."""


class UnknownLaw(LawbookError):
    """No rulepack loaded holds a law of this id."""

    def __init__(self, law: str) -> None:
        super().__init__(f"规则库中没有标识为“{law}”的法律文件。请在 laws.yaml 中补录，或核对标识的写法。")


class UnknownArticle(LawbookError):
    """The law is known, the article is not in any of its versions."""

    def __init__(self, law: str, article: str) -> None:
        super().__init__(
            f"规则库中“{law}”没有第“{article}”条。请在 laws.yaml 该文件的 articles 中补录该条摘要，或核对条号。"
        )


class NotInForce(LawbookError):
    """The law, article, rule or value exists, but nothing of it is in force on the day asked for."""

    def __init__(self, what: str, day: object) -> None:
        super().__init__(f"“{what}”在{day}没有现行有效的规定。请核对日期，或在规则库中补录该日施行的版本。")


class ItemNotHeld(NotInForce):
    """The item is in the town's catalogue, but not on the day asked for: not handed over yet, or taken back."""

    def __init__(self, label: str, day: object, returned_to: str = "") -> None:
        whose = f"由{returned_to}执法" if returned_to else "还没有交由本镇执法"
        LawbookError.__init__(
            self, f"“{label}”在{day}{whose}，不在本镇执法事项目录里。请核对日期，或者移送有权的机关。"
        )


class UnknownRule(LawbookError):
    """A term rule, a named value or a code is not in the rulepacks."""

    def __init__(self, kind: str, name: str) -> None:
        super().__init__(f"规则库中没有名为“{name}”的{kind}。请核对名称，或在相应的规则文件中补录。")


class RulepackInvalid(LawbookError):
    """A file of a rulepack cannot be used as it is."""
