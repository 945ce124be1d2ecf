"""Stated figures in, what follows from them by arithmetic out."""
