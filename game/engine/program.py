"""A campaign made ready to be walked: each node is compiled when first come to."""

from __future__ import annotations

from functools import lru_cache, partial
from typing import Any, Callable

from game.engine.compile import compile_node
from game.engine.compiled import Compiled
from game.engine.errors import EngineError
from game.engine.layout import Layout, campaign_variables, first_state, layout_of
from game.engine.position import State
from game.language import LanguageError, emit, parse_expression
from game.model import Story, Variable


class _Nodes(dict[str, Compiled]):
    def __init__(self, program: Program) -> None:
        super().__init__()
        self._program = program

    def __missing__(self, id: str) -> Compiled:
        self[id] = made = compile_node(self._program, id)
        return made


class Program:
    """One campaign of a story, compiled node by node at first use.

    Attributes:
        nodes: Compiled nodes and endings by id; looking one up compiles it.
        kept: What the floors above have worked out for this program, for them to
            find again.

    Args:
        strict: Whether a variable that leaves its bounds where `on_overflow` is
            `error` raises `Overflow`; in play it stops at the bound.
    """

    def __init__(self, story: Story, campaign: str, strict: bool = False) -> None:
        if campaign not in story.campaigns:
            known = ", ".join(story.campaigns)
            raise EngineError(f"There is no campaign {campaign!r}; this story has {known}.")
        self.story = story
        self.campaign = story.campaigns[campaign]
        self.layout: Layout = layout_of(story, campaign)
        self.variables: dict[str, Variable] = {v.id: v for v in campaign_variables(story, campaign)}
        self.strict = strict
        self.kept: dict[str, Any] = {}
        self.first_state, self.first_ledger = first_state(story, campaign, self.layout)
        self.nodes = _Nodes(self)
        self._tests: dict[str, Callable[[State], Any]] = {}
        self._derived: dict[str, Callable[[State], Any]] = {}
        self.read_slots = self.layout.slots("s[", "]") | {
            name: f"derived[{name!r}](s)" for name in story.derived
        }

    def __repr__(self) -> str:
        return f"<Program {self.story.manifest.id} {self.campaign.id}>"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Program) and self._identity == other._identity

    def __hash__(self) -> int:
        return hash(self._identity)

    @property
    def _identity(self) -> tuple[int, str, bool]:
        return id(self.story), self.campaign.id, self.strict

    def node(self, id: str) -> Compiled:
        """The compiled node or ending of that id.

        Raises:
            EngineError: if there is none, or it cannot be compiled.
        """
        return self.nodes[id]

    def value(self, expression: str, state: State) -> Any:
        """The value of an expression in a state."""
        found = self._tests.get(expression)
        if found is None:
            found = self._tests[expression] = self._function(expression)
        return found(state)

    @property
    def derived(self) -> dict[str, Callable[[State], Any]]:
        """Each derived value as a function of the state."""
        if not self._derived:
            for id in self.story.derived:
                self._derived[id] = partial(self._later, id)
        return self._derived

    def _later(self, id: str, state: State) -> Any:
        function = self._function(self.story.derived[id].expr)
        self._derived[id] = function
        return function(state)

    def _function(self, expression: str) -> Callable[[State], Any]:
        code = f"lambda s: {self.emit(expression, self.read_slots)}"
        function: Callable[[State], Any] = eval(code, {"derived": self.derived})
        return function

    def emit(self, expression: str, slots: dict[str, str]) -> str:
        """Python source for one of the story's expressions.

        Raises:
            EngineError: for an expression that `author check` would refuse.
        """
        try:
            return emit(parse_expression(expression), slots)
        except (LanguageError, KeyError) as fault:
            raise EngineError(
                f"The expression {expression!r} cannot be read ({fault}); run author check."
            ) from None


@lru_cache(maxsize=16)
def program(story: Story, campaign: str) -> Program:
    """A campaign of a story, ready to be walked.

    Raises:
        EngineError: if the story has no such campaign.
    """
    return Program(story, campaign)
