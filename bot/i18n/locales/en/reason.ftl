# Why a post stands where it stands.

reason-why = Why this?
reason-digest = It is digest { $number } of this server: { $when }.
reason-was-digest = It is a digest that was scheduled here.
reason-was-notice = It is a notice of mine.
reason-recorded = Recorded { $when }
reason-came-from = It came from { $feed }, feed { $number } here.
reason-passed = It passed the filter { $filter }
reason-no-filter = It has no filter.
reason-seen = Seen { $when }
reason-carried = { $count ->
    [one] { $count } outlet carries the story: { $names }
   *[other] { $count } outlets carry the story: { $names }
 }
reason-follow-up = It tells what is new of a story that was posted here before.
