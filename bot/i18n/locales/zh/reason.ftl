# Why a post stands where it stands.

reason-why = 为何发布？
reason-digest = 这是本服务器的第 { $number } 号简报：{ $when }。
reason-was-digest = 这是曾在此处设定的定时简报。
reason-was-notice = 这是我发出的通知。
reason-recorded = 记录时间：{ $when }
reason-came-from = 来自 { $feed }，即此处的第 { $number } 号订阅源。
reason-passed = 符合筛选条件 { $filter }
reason-no-filter = 未设筛选条件。
reason-seen = 收到时间：{ $when }
reason-carried = { $count } 家媒体报道了此事：{ $names }
reason-follow-up = 它说明此处已发布的一则报道有何新进展。
