"""Reading and writing of the workbooks people already have. Pure: no database, no Django. The door is `api`."""
