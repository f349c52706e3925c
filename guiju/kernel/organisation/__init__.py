"""Towns, units, committees, people, posts, certificates; who is acting and what they may see."""
