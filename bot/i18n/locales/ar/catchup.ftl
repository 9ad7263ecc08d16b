# What is new since somebody last looked.

catchup-title = منذ آخر اطلاع لك
catchup-cut = مضى على آخر اطلاع لك أكثر من أسبوع: هذا هو الأسبوع الأخير.
