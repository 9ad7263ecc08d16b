# What the doctor finds, and what to do about it.

doctor-level = { $level ->
    [ok] 正常
    [warn] 注意
   *[fail] 故障
 }
doctor-subject = { $subject ->
    [archive] 档案库
    [commands] 命令
    [data] 数据
    [installs] 安装
    [intents] intents
    [model] 模型
    [network] 网络
    [python] python
    [running] 运行
    [server] 服务器
    [settings] 设置
   *[token] 令牌
 }
doctor-settings = 环境变量和 .env 可用。
doctor-python = Python { $version }。
doctor-python-untested = Python { $version } 不在已测试的版本之列。
    .step = 请使用 Python 3.11 至 3.14。
doctor-data = { $folder } 可以写入。
doctor-data-locked = { $folder } 无法写入：{ $reason }。
    .step = 请将 ATTACHE_DATA_DIR 设为您自己的文件夹。
doctor-archive = { $count } 篇文章；数据库完好。
doctor-archive-damaged = 档案库已损坏：{ $damage }。
    .step = 请从备份恢复。
doctor-model = { $version }：文件与发布版一致；读取一句话用时 { $took } 毫秒。
doctor-languages = 其他 { $count } 种语言：文件与发布版一致；读取一句话用时 { $took } 毫秒。
doctor-model-blind = 在一句简单的引语中未找到任何人。
    .step = 请重新安装本程序。
doctor-network = { $page } 可以访问。
doctor-network-none = { $page } 无法访问：{ $reason }
    .step = 请检查网络连接、域名服务和防火墙。文本和文件无需网络即可读取。
doctor-token-none = 未设置 DISCORD_TOKEN：只有终端可用。
    .step = 如需在 Discord 上运行机器人，请运行 `python -m bot setup`：见 README 的 “On Discord”。
doctor-token-silent = 无法向 Discord 查询该令牌。
    .step = 请稍后再试。
doctor-token-refused = Discord 不接受该令牌。
    .step = 请从开发者门户（Bot, Reset Token）重新复制到 DISCORD_TOKEN。
doctor-token-status = Discord 返回状态 { $status }。
    .step = 请稍后再试。
doctor-token = Discord 上的名称为 { $name }，在 { $count } 个服务器中。
doctor-token-uninvited = Discord 上的名称为 { $name }，尚未加入任何服务器。
    .step = 邀请链接：{ $address }
doctor-endpoint = 命令被发送到交互端点，机器人因而收不到。
    .step = 请在开发者门户（General Information）中清空 “Interactions Endpoint URL”。
doctor-not-personal = 用户无法为自己安装此机器人。
    .step = 请在开发者门户（Installation）中启用 “User Install”。
doctor-intents = 未启用特权 intents；也无需启用。
doctor-intents-unused = 已启用 Attaché 从不使用的特权 intents：{ $names }。
    .step = 请在开发者门户（Bot）中将其关闭。
doctor-lacks = 机器人在 { $server } 中缺少权限：{ $permissions }。
    .step = 请将这些权限授予其身份组，或重新邀请。
