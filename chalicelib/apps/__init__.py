"""Apps: what a company's forms (later views and dashboards) are grouped into, and how the navigation shows them.

Words: an *app* has a name, a look and a *menu*, the order of what it holds; the *default app* holds what was put into
no other. Every company has it without a row: it is computed until somebody changes it. What an app holds belongs to
upper contexts, which provide it (`extensions.CONTENTS`) and keep the app's id themselves; a flow is in the app of its
form.

Owns: the rows of apps, their keys, their order. Events out: AppChanged. Events in: none.
"""
