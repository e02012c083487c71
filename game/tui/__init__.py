"""The game on the screen: it draws from `game.view`, and holds no rule of the story."""
