"""A configuration from its file. Every fault is named with its line and what to do."""

from __future__ import annotations

from dataclasses import Field, dataclass, field, fields
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from game.kiosk.config.errors import ConfigError
from game.kiosk.config.kinds import Unfit
from game.kiosk.config.sections import Config

LARGEST = 1024 * 1024
"""Bytes; a larger file is none of ours."""

SECTIONS: dict[str, type[Any]] = {
    found.name: found.default_factory  # type: ignore[misc]
    for found in fields(Config)
}
"""Every section by its name."""


@dataclass(frozen=True, slots=True)
class _Fault:
    path: tuple[str, ...]
    says: str
    key: bool = False


@dataclass(slots=True)
class _Reading:
    """One file as it is read; faults are collected, so that all are told at once."""

    base: Path
    faults: list[_Fault] = field(default_factory=list)

    def config(self, data: dict[str, Any]) -> Config:
        self._unknown((), data, list(SECTIONS), "section")
        made = {name: self._section(name, data.get(name, {})) for name in SECTIONS}
        config = Config(**made)
        self._together(config)
        return config

    def _section(self, name: str, data: Any) -> Any:
        known: dict[str, Field[Any]] = {found.name: found for found in fields(SECTIONS[name])}
        if type(data) is not dict:
            self._note((name,), f"{name} is a section; write [{name}] on a line of its own.")
            data = {}
        self._unknown((name,), data, list(known), "key")
        values = {key: self._value(name, known[key], data[key]) for key in known if key in data}
        usual = SECTIONS[name]()
        paths = {
            key: self.base / value
            for key in known
            if key not in data and isinstance(value := getattr(usual, key), Path)
        }
        return SECTIONS[name](**paths, **values)

    def _value(self, section: str, key: Field[Any], value: Any) -> Any:
        try:
            return key.metadata["kind"].read(value, self.base)
        except Unfit as wanted:
            given = _in_words(value)
            self._note((section, key.name), f"{key.name} should be {wanted}; it is {given}.")
            return key.default

    def _unknown(
        self, path: tuple[str, ...], data: dict[str, Any], known: list[str], what: str
    ) -> None:
        where = f" in [{path[0]}]" if path else ""
        for name in data:
            if name not in known:
                near = get_close_matches(name[:80], known, n=1)
                hint = f"Did you mean {near[0]}?" if near else f"There are {', '.join(known)}."
                says = f"There is no {what} {_in_words(name)}{where}. {hint}"
                self.faults.append(_Fault((*path, name), says, key=True))

    def _together(self, config: Config) -> None:
        """What is right alone and wrong beside another."""
        if config.idle.floor > config.idle.cap:
            self._note(("idle", "floor"), "floor is more than cap; make it the smaller one.")
        visit = config.visit
        if visit.languages and visit.default_language not in ("", *visit.languages):
            says = "default_language is none of the languages; add it there, or take it out."
            self._note(("visit", "default_language"), says)

    def _note(self, path: tuple[str, ...], says: str) -> None:
        if not any(fault.path == path for fault in self.faults):
            self.faults.append(_Fault(path, says))


def read(path: Path) -> Config:
    """The configuration in a file. Paths in it are taken from the file's folder.

    Raises:
        ConfigError: if the file cannot be read, or anything in it is wrong.
    """
    return config_of(_text(path), path.name, path.absolute().parent)


def config_of(text: str, name: str, base: Path) -> Config:
    """The configuration that a text is.

    Args:
        text: TOML.
        name: What the file is called in messages.
        base: The folder that paths are written from.

    Raises:
        ConfigError: if anything in it is wrong.
    """
    import tomli

    try:
        data = tomli.loads(text)
    except tomli.TOMLDecodeError as fault:
        says = f"{fault.msg}. Mend this line, or write a new file with kiosk --init."
        raise ConfigError(f"{name}, line {fault.lineno}: {says}") from None
    except RecursionError:
        raise ConfigError(f"{name}: it is nested too deep. Write a new one with --init.") from None
    reading = _Reading(base)
    config = reading.config(data)
    if reading.faults:
        raise ConfigError(*_sentences(reading.faults, text, name))
    return config


def _text(path: Path) -> str:
    again = "Check the path and the rights, or write a new file with kiosk --init."
    try:
        if not path.exists():
            start = "Write one with kiosk --init, or name another with --config."
            raise ConfigError(f"{path.name}: there is no such file. {start}")
        if path.stat().st_size > LARGEST:
            raise ConfigError(f"{path.name}: the file is too large for a configuration. {again}")
        return path.read_text("utf-8-sig")
    except OSError as fault:
        reason = fault.strerror or "it cannot be read"
        raise ConfigError(f"{path.name}: {reason}. {again}") from None
    except ValueError:
        raise ConfigError(f"{path.name}: it is no text in UTF-8. {again}") from None


def _sentences(faults: list[_Fault], text: str, name: str) -> list[str]:
    from game.reader.faults import Fault
    from game.reader.locate import Index

    index = Index(text, {fault.path[:2] for fault in faults})
    lines = [index.place(Fault("", "", f.path, "", key=f.key))[0] for f in faults]
    order = sorted(zip(lines, faults, strict=True), key=lambda pair: pair[0])
    return [f"{name}, line {line}: {fault.says}" for line, fault in order]


def _in_words(value: Any) -> str:
    words = repr(value) if isinstance(value, str) else str(value)
    short = words if len(words) <= 60 else f"{words[:60]} ..."
    return "".join(c if c.isprintable() else "?" for c in short)
