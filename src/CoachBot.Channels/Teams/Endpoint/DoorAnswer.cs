using Microsoft.AspNetCore.Http;

namespace CoachBot.Channels.Teams.Endpoint;

/// <summary>The HTTP answer to an activity.</summary>
/// <param name="Status">The status.</param>
/// <param name="Body">JSON; null: none.</param>
internal sealed record DoorAnswer(int Status, ReadOnlyMemory<byte>? Body = null)
{
    /// <summary>Seen; nothing follows.</summary>
    public static DoorAnswer Ok { get; } = new(StatusCodes.Status200OK);

    /// <summary>Stored; the replies follow.</summary>
    public static DoorAnswer Accepted { get; } = new(StatusCodes.Status202Accepted);

    /// <summary>Too much waits: come again.</summary>
    public static DoorAnswer Busy { get; } = new(StatusCodes.Status503ServiceUnavailable);

    /// <summary>Nobody here handles an invoke of that name.</summary>
    public static DoorAnswer NotImplemented { get; } = new(StatusCodes.Status501NotImplemented);

    /// <summary>Something broke; what it was stands in the log only.</summary>
    public static DoorAnswer Broken { get; } = new(StatusCodes.Status500InternalServerError);

    /// <summary>It took too long.</summary>
    public static DoorAnswer TooLate { get; } = new(StatusCodes.Status504GatewayTimeout);

    /// <summary>Whether the same question shall get the same answer.</summary>
    public bool IsFinal => Status < 500 || Status == StatusCodes.Status501NotImplemented;
}
