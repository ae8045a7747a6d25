using System.Text.Json;

namespace CoachBot.Channels.Slack.Wire;

/// <summary>What a person did in a message, a menu, a view or a shortcut.</summary>
internal sealed record Interaction
{
    /// <summary><c>block_actions</c>, <c>view_submission</c>, <c>view_closed</c>, <c>block_suggestion</c>, <c>shortcut</c> or <c>message_action</c>.</summary>
    public required string Type { get; init; }

    /// <summary>The app it was meant for.</summary>
    public string? AppId { get; init; }

    /// <summary>The workspace; null for organisation-wide installations.</summary>
    public string? TeamId { get; init; }

    /// <summary>The organisation; null outside Enterprise Grid.</summary>
    public string? EnterpriseId { get; init; }

    /// <summary>Whether the installation is one for the whole organisation.</summary>
    public bool IsOrganisation { get; init; }

    /// <summary>Who did it.</summary>
    public required string UserId { get; init; }

    /// <summary>Opens one view within 3 s; null where Slack gives none.</summary>
    public string? TriggerId { get; init; }

    /// <summary>The id of a shortcut, or of the view for submissions and closings.</summary>
    public string? CallbackId { get; init; }

    /// <summary>The channel it was done in; null for global shortcuts and views.</summary>
    public string? ChannelId { get; init; }

    /// <summary>The message it was done on; null in views.</summary>
    public string? MessageTs { get; init; }

    /// <summary>The root of the thread that message hangs in; null outside threads.</summary>
    public string? ThreadTs { get; init; }

    /// <summary>Whether that message is seen by one person only: it can be changed through the response address alone.</summary>
    public bool IsEphemeral { get; init; }

    /// <summary>The words of the message a shortcut was used on; null when it has none.</summary>
    public string? MessageText { get; init; }

    /// <summary>Where replies may be posted, 5 times within 30 minutes; a secret, null where Slack gives none.</summary>
    public string? ResponseUrl { get; init; }

    /// <summary>The elements that were used, first the one that counts.</summary>
    public IReadOnlyList<UsedElement> Actions { get; init; } = [];

    /// <summary>The view it was done in; null in messages.</summary>
    public SlackView? View { get; init; }

    /// <summary>For <c>block_suggestion</c>: what was typed so far, and into which element.</summary>
    public UsedElement? Typed { get; init; }

    /// <summary>Reads a payload; null when it is no interaction that names a type and a person.</summary>
    public static Interaction? Read(JsonElement payload)
    {
        var user = payload.Object("user");
        if (payload.Text("type") is not { Length: > 0 } type || user?.Text("id") is not { Length: > 0 } userId)
        {
            return null;
        }

        var view = payload.Object("view") is { } shown ? SlackView.Read(shown) : null;
        var message = payload.Object("message");
        var container = payload.Object("container");
        return new Interaction
        {
            Type = type,
            AppId = payload.Text("api_app_id"),
            TeamId = view?.InstalledTeamId ?? payload.Object("team")?.Text("id") ?? user.Value.Text("team_id"),
            EnterpriseId = payload.Object("enterprise")?.Text("id"),
            IsOrganisation = payload.Flag("is_enterprise_install"),
            UserId = userId,
            TriggerId = payload.Text("trigger_id"),
            CallbackId = payload.Text("callback_id") ?? view?.CallbackId,
            ChannelId = payload.Object("channel")?.Text("id") ?? container?.Text("channel_id"),
            MessageTs = container?.Text("message_ts") ?? payload.Text("message_ts") ?? message?.Text("ts"),
            ThreadTs = container?.Text("thread_ts") ?? message?.Text("thread_ts"),
            IsEphemeral = container?.Flag("is_ephemeral") ?? false,
            MessageText = message?.Text("text"),
            ResponseUrl = payload.Text("response_url"),
            Actions = payload.Entries("actions").Select(UsedElement.Read).ToList(),
            View = view,
            Typed = type == "block_suggestion" ? UsedElement.Read(payload) : null,
        };
    }
}

/// <summary>An element of a message or view that was used.</summary>
/// <param name="ActionId">Its id; empty when missing.</param>
/// <param name="BlockId">The block it stands in; empty when missing.</param>
/// <param name="Value">What was chosen or typed, of whatever kind the element is; null when nothing.</param>
/// <param name="ActionTs">When, as Slack writes it; null when missing.</param>
internal sealed record UsedElement(string ActionId, string BlockId, string? Value, string? ActionTs)
{
    private static readonly string[] Single =
        ["value", "selected_user", "selected_conversation", "selected_channel", "selected_date", "selected_time", "selected_date_time"];

    /// <summary>Reads an entry of <c>actions</c>, or an element's state.</summary>
    public static UsedElement Read(JsonElement element) =>
        new(element.Text("action_id") ?? "", element.Text("block_id") ?? "", ValueOf(element), element.Text("action_ts"));

    /// <summary>What an element holds: an option's value before a plain one.</summary>
    public static string? ValueOf(JsonElement element) =>
        element.Object("selected_option")?.Text("value")
        ?? Single.Select(name => element.Text(name)).FirstOrDefault(text => text is not null)
        ?? (element.Entries("selected_options").ToList() is { Count: > 0 } options ? string.Join('\n', options.Select(option => option.Text("value"))) : null);
}

/// <summary>A modal or Home view as it stood when something was done in it.</summary>
internal sealed record SlackView
{
    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary><c>modal</c> or <c>home</c>.</summary>
    public required string Type { get; init; }

    /// <summary>Which view of ours it is.</summary>
    public string? CallbackId { get; init; }

    /// <summary>What we gave it to carry; may have been tampered with.</summary>
    public string? PrivateMetadata { get; init; }

    /// <summary>Its version, for updates that must not overwrite newer ones.</summary>
    public string? Hash { get; init; }

    /// <summary>The workspace whose installation it belongs to; null when Slack does not say.</summary>
    public string? InstalledTeamId { get; init; }

    /// <summary>What its inputs hold: block id, action id, value. Several chosen options are parted by line ends.</summary>
    public IReadOnlyDictionary<(string Block, string Action), string?> State { get; init; } = new Dictionary<(string, string), string?>();

    /// <summary>What an input holds; null when empty or missing.</summary>
    public string? this[string block, string action] => State.GetValueOrDefault((block, action));

    /// <summary>Reads a view.</summary>
    public static SlackView Read(JsonElement view) => new()
    {
        Id = view.Text("id") ?? "",
        Type = view.Text("type") ?? "",
        CallbackId = view.Text("callback_id"),
        PrivateMetadata = view.Text("private_metadata"),
        Hash = view.Text("hash"),
        InstalledTeamId = view.Text("app_installed_team_id"),
        State = StateOf(view),
    };

    private static Dictionary<(string Block, string Action), string?> StateOf(JsonElement view)
    {
        var state = new Dictionary<(string Block, string Action), string?>();
        if (view.Object("state")?.Object("values") is not { } values)
        {
            return state;
        }

        foreach (var block in values.EnumerateObject().Where(block => block.Value.ValueKind == JsonValueKind.Object))
        {
            foreach (var action in block.Value.EnumerateObject())
            {
                state[(block.Name, action.Name)] = UsedElement.ValueOf(action.Value);
            }
        }

        return state;
    }
}
