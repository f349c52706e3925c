"""From a workbook to matters: recognise, read, identify, plan, show; and write only when the button is pressed."""
