namespace CoachBot.TestSupport;

/// <summary>The folder that holds <c>CoachBot.sln</c>, found from wherever the tests run.</summary>
public static class RepositoryRoot
{
    /// <summary>Its full path.</summary>
    public static string Path { get; } = Find();

    /// <summary>The knowledge folder of the repository.</summary>
    public static string Knowledge => In("knowledge");

    /// <summary>A path below the root.</summary>
    public static string In(params string[] parts) => System.IO.Path.Combine([Path, .. parts]);

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(System.IO.Path.Combine(folder.FullName, "CoachBot.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException($"No CoachBot.sln above '{AppContext.BaseDirectory}'.");
    }
}
