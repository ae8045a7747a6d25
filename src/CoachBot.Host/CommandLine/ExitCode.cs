namespace CoachBot.Host.CommandLine;

/// <summary>What the program tells the shell.</summary>
internal static class ExitCode
{
    /// <summary>All went well; an answer of any outcome is well.</summary>
    public const int Ok = 0;

    /// <summary>Problems were found.</summary>
    public const int Problems = 1;

    /// <summary>The command was wrong.</summary>
    public const int Usage = 2;
}
