"""Who may ask: keys with scopes, how often they may, and what a request shows of them."""
