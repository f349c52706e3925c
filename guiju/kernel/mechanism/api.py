"""Door of the mechanisms: the declaration, and what is installed."""

from guiju.kernel.mechanism.declaration import Mechanism
from guiju.kernel.mechanism.registry import mechanism_of, mechanisms, register_mechanism, register_of, registers

__all__ = ["Mechanism", "mechanism_of", "mechanisms", "register_mechanism", "register_of", "registers"]
