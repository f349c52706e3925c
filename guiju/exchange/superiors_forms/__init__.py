"""Forms that somebody else prescribed: the blank is kept as it came, mapped once by pointing, and filled every month."""
