"""Everything a town must account for is a matter: parties, participations, arises-from, search, lists."""
