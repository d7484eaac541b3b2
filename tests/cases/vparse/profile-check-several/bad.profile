[item]
begin = (
