"""收回纸件: a printed paper bears a code on each page, and comes back signed as photos or a scan that the code sorts."""
