"""Which Lambda functions a module has: those that a decorator of the edge made there."""

from types import ModuleType
from typing import Any

from chalicelib.edge import functions_of, job, worker
from chalicelib.kernel.unit_of_work import UnitOfWork


@worker("tests.fold")
def fold(work: UnitOfWork, message: dict[str, Any]) -> None:
    """A function of this module."""


def plain() -> None:
    """No function of Lambda."""


def _module(name: str, **held: Any) -> ModuleType:
    module = ModuleType(name)
    vars(module).update(held)
    return module


def test_a_decorated_function_is_one_and_a_plain_one_is_not() -> None:
    assert functions_of(_module(__name__, fold=fold, plain=plain)) == {"fold": fold}


def test_what_a_module_only_imported_is_not_its_own() -> None:
    assert functions_of(_module("elsewhere", fold=fold)) == {}


def test_several_modules_are_gathered() -> None:
    @job("tests.ring")
    def ring(work: UnitOfWork, event: dict[str, Any]) -> None:
        """Another one."""

    assert set(functions_of(_module(__name__, fold=fold), _module(__name__, ring=ring))) == {"fold", "ring"}
