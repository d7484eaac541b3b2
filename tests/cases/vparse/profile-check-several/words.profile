[page]
verdict.buy it = ship
