filedesc://x 0.0.0.0 20200102030405 text/plain 7
1 0 IA

http://a/b c 1.2.3.4 20200102030405 text/html 109
HTTP/1.1 200 OK
Content-Type: text/html; charset=shift_jis

<!doctype html><meta charset=koi8-r><p>cafИ ┐e
