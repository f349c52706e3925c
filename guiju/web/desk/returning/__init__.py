"""报送: rounds, who owes them, and how a unit answers."""
