namespace CoachBot.Channels.Teams.Connector;

/// <summary>One call to Teams, or to the directory.</summary>
/// <param name="Method">How.</param>
/// <param name="Address">Where; its host has been allowed.</param>
/// <param name="Body">JSON in UTF-8; null: none.</param>
internal sealed record ConnectorCall(HttpMethod Method, Uri Address, ReadOnlyMemory<byte>? Body)
{
    /// <summary>Whether doing it twice is the same as doing it once.</summary>
    public bool IsRepeatable { get; init; } = Method != HttpMethod.Post;
}

/// <summary>Builds the addresses of calls.</summary>
internal static class ConnectorAddress
{
    /// <summary>The collection of conversations.</summary>
    public static Uri Conversations(Uri service) => new($"{Trimmed(service)}/v3/conversations");

    /// <summary>The messages of a conversation. Ids are opaque: they hold colons, at signs, semicolons.</summary>
    public static Uri Activities(Uri service, string conversation) => new($"{Conversations(service)}/{Uri.EscapeDataString(conversation)}/activities");

    /// <summary>One message.</summary>
    public static Uri Activity(Uri service, string conversation, string activity) =>
        new($"{Activities(service, conversation)}/{Uri.EscapeDataString(activity)}");

    /// <summary>A page of a conversation's members.</summary>
    public static Uri Members(Uri service, string conversation, int size, string? after)
    {
        var from = after is null ? "" : $"&continuationToken={Uri.EscapeDataString(after)}";
        return new($"{Conversations(service)}/{Uri.EscapeDataString(conversation)}/pagedmembers?pageSize={size}{from}");
    }

    /// <summary>The address may have a path, which joining with a rooted path would lose.</summary>
    private static string Trimmed(Uri service) => service.AbsoluteUri.TrimEnd('/');
}
