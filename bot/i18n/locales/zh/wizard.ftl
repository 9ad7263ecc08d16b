# 在终端中首次运行（`attache setup`）：令牌、邀请链接和下一步。

wizard-begin = 此命令将 Attaché 连接到 Discord。只需要一样东西：机器人的令牌，它会保存在本文件夹的 { $file } 中。按 Ctrl-C 可随时停止，也可随时重新运行。
wizard-where = 打开 { $portal }，选择 New Application（或已有的应用），然后依次选择 Bot → Reset Token → Copy。
wizard-ask = 请粘贴令牌（不会显示），然后按回车：
wizard-ask-again = 请粘贴令牌（不会显示），或直接按回车保留现有令牌：
wizard-checking = 正在向 Discord 核实……
wizard-empty = 没有输入令牌。
    .step = 请从开发者门户（Bot → Reset Token）复制并粘贴。
wizard-is-id = 这是一个数字（例如应用的 ID），不是令牌。
    .step = 请从开发者门户（Bot → Reset Token）复制令牌。
wizard-is-key = 这是应用的公钥，不是令牌。
    .step = 请从开发者门户（Bot → Reset Token）复制令牌。
wizard-is-none = 这不是机器人的令牌：令牌由句点分隔的三部分组成。
    .step = 请从开发者门户复制（Bot → Reset Token，而不是 OAuth2 → Client Secret）。
wizard-known = Discord 接受该令牌：它属于 { $name }，已加入 { $count } 个服务器。
wizard-written = 令牌已写入 { $file }，只有您能读取。
wizard-in-environment = 环境变量中已设置该令牌，因此没有修改文件。
wizard-overridden = 但环境变量中设置了另一个 DISCORD_TOKEN，它优先于 { $file }：请将其删除。
wizard-invite = 邀请机器人：打开 { $address } 并选择您的服务器。
wizard-permissions = 该链接只请求以下权限：{ $names }。
wizard-switches = 开关在开发者门户中：intents 位于 { $bot } ，安装位于 { $installation } 。
wizard-run = 接下来启动机器人并让它保持运行：{ $command }
wizard-then = 然后在您的服务器中输入 /help。
wizard-stopped = 已停止。要继续，请再次运行 { $command }。
