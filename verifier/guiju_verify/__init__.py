"""规矩 · 离线核验：只用 Python（3.8 以上）自带的库，不联网，核对导出的留痕、检查点、单条证明和卷宗核验包。

    python3 guiju_verify.pyz ledger 留痕文件 [--checkpoint 检查点文件 … --key 公钥文件]
    python3 guiju_verify.pyz proof 证明文件 … [--key 公钥文件]
    python3 guiju_verify.pyz archive 核验包.zip [--key 公钥文件]        （只写核验包的文件名也可以）
退出码：0 一致；1 有不符；2 文件读不了或用法不对。
Written to be read by whoever does not trust the program that wrote the record: SHA-256 tree of RFC 9162, signed notes
of C2SP, Ed25519 of RFC 8032, nothing else. One file is made of these modules by `guiju verifier`; it is a ZIP, in which
they lie as they are here.
"""

from .command_line import main

__all__ = ["main"]
