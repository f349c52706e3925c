"""对数: a superior's export beside the town's own records: what is only here, only there, or different, and why."""
