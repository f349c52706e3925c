"""Files by content hash: photographs, scans, signed papers."""
