"""Lines as people write them into WeChat, read as rows: date, persons, category, amount; what is not certain is asked."""
