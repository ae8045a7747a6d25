namespace CoachBot.Channels.Slack.Api;

/// <summary>The methods of the Web API that are called, and no others.</summary>
internal static class SlackMethods
{
    public const string AuthTest = "auth.test";
    public const string PostMessage = "chat.postMessage";
    public const string PostEphemeral = "chat.postEphemeral";
    public const string Update = "chat.update";
    public const string OpenConversation = "conversations.open";
    public const string OpenView = "views.open";
    public const string UpdateView = "views.update";
    public const string PushView = "views.push";
    public const string PublishView = "views.publish";
    public const string UserInfo = "users.info";
    public const string SetStatus = "assistant.threads.setStatus";
    public const string SetSuggestedPrompts = "assistant.threads.setSuggestedPrompts";
    public const string OpenSocket = "apps.connections.open";
    public const string Exchange = "oauth.v2.access";
}
