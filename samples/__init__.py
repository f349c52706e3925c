"""The registers of an invented town, written as the Excel files that towns keep (示例，均为虚构)."""
