"""The command line: one file a command or a group of commands, gathered in `command_line`.

Takes options and files as people type them; gives a finished call of a use case of `planner.service`, and its words.
May import service and what service may import; nothing imports it but the entry point of the project and its tests.
"""

__all__: list[str] = []
