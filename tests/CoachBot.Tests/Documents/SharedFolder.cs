using Xunit;

namespace CoachBot.Tests.Documents;

/// <summary>The folder with the source documents and their catalogue, which is no part of the project.</summary>
internal static class SharedFolder
{
    /// <summary>Its path: <c>COACHBOT_SHARED</c>, or <c>shared</c> beside or above the repository; skips the test without it.</summary>
    public static string Path
    {
        get
        {
            var folder = Candidates().FirstOrDefault(path => Directory.Exists(System.IO.Path.Combine(path, "sources")));
            Assert.SkipWhen(folder is null, "The source documents are not on this machine: set COACHBOT_SHARED to the folder that holds sources/ and catalogue/.");
            return folder!;
        }
    }

    private static IEnumerable<string> Candidates()
    {
        if (Environment.GetEnvironmentVariable("COACHBOT_SHARED") is { Length: > 0 } named)
        {
            yield return named;
        }

        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            yield return System.IO.Path.Combine(folder.FullName, "shared");
        }
    }
}
