# What is new since somebody last looked.

catchup-title = Since you last looked
catchup-cut = You last looked more than a week ago: this is the last week.
