# The catalogue of sources: its pages, and one source with what it carries now.

browse-title = Sources
browse-title-counted = Sources · { $count }
browse-none = No source of the catalogue fits this filter.
browse-all = To see all sources: { $command }
browse-gone = There is no such source in the catalogue.
    .step = To see all: /feed browse.
browse-to-follow = To follow one: { $command }
browse-source = Source
browse-look = Look at a source
browse-follow = Follow here
browse-follow-pack = { $count ->
    [one] Follow { $count } source
   *[other] Follow all { $count }
 }
browse-carries = { $count ->
    [one] It carries { $count } item now.
   *[other] It carries { $count } items now.
 }
browse-in-packs = In the packs: { $packs }
browse-evidence = { $evidence ->
    [fetched] Its address worked on { $day }, according to { $found }.
    [refused] It refused programs on { $day }, and may not answer. Address from { $found }.
   *[listed] Its address is listed in { $found } (seen on { $day }), untried.
 }
browse-kind = { $kind ->
    [ministry] foreign ministry or ministry
    [government] government
    [mission] mission to the UN
    [body] international body
    [agency] news agency
    [broadcaster] broadcaster
    [paper] paper or news site
   *[analysis] analysis
 }
browse-pack = { $pack ->
    [ministries] Foreign ministries
    [wires] Wires
    [ukraine] Russia–Ukraine
    [mideast] Middle East
    [council] Security Council
   *[mun] Model UN
 }
