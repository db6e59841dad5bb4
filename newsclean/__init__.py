"""newsclean turns noisy news-article dumps into validated, structured records."""

__version__ = "0.1.0"
