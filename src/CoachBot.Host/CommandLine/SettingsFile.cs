namespace CoachBot.Host.CommandLine;

/// <summary>Reads <c>.env</c> of the folder the program is started in; what the environment already has wins.</summary>
internal static class SettingsFile
{
    /// <summary>Loads the file when it is there.</summary>
    public static void Load()
    {
        if (File.Exists(".env"))
        {
            DotNetEnv.Env.Load(".env", new DotNetEnv.LoadOptions(clobberExistingVars: false));
        }
    }
}
