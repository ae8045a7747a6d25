using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using CoachBot.Channels.Teams.Manifests;
using CoachBot.Host.Resources;

namespace CoachBot.Host.CommandLine;

/// <summary><c>manifest teams --app-id ... --host ...</c>: the app as a zip, to be uploaded to Teams.</summary>
internal static class ManifestTeamsCommand
{
    private const string FirstVersion = "1.0.0";
    private const string UsualFile = "coachbot-teams.zip";
    private const int LongestDeveloper = 32;

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var options = new ManifestTeamsOptions();
        var command = new Command("teams", HostTexts.Get("ManifestTeams"));
        foreach (var option in options.All)
        {
            command.Options.Add(option);
        }

        command.SetAction(parsed => Write(options.Of(parsed), parsed.GetValue(options.Out)!));
        return command;
    }

    private static int Write(TeamsApp app, string file)
    {
        try
        {
            using var output = File.Create(file);
            TeamsAppPackage.Write(Path.Combine(AppContext.BaseDirectory, "manifests", "teams"), app, output);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Terminal.Complain(HostTexts.Get("CannotWrite", file, e.Message));
            return ExitCode.Problems;
        }

        Terminal.Write(HostTexts.Get("ManifestTeamsDone", file, app.Version));
        return ExitCode.Ok;
    }

    private sealed class ManifestTeamsOptions
    {
        private readonly Option<Guid> _appId = new("--app-id") { Description = HostTexts.Get("ManifestAppId"), Required = true };
        private readonly Option<string> _host = new("--host") { Description = HostTexts.Get("ManifestTeamsHost"), Required = true };
        private readonly Option<string> _version = new("--app-version") { Description = HostTexts.Get("ManifestVersion"), DefaultValueFactory = _ => FirstVersion };
        private readonly Option<string> _developer = new("--developer") { Description = HostTexts.Get("ManifestDeveloper"), DefaultValueFactory = _ => "CoachBot" };
        private readonly Option<Uri?> _website = Page("--website", "ManifestWebsite");
        private readonly Option<Uri?> _privacy = Page("--privacy", "ManifestPrivacy");
        private readonly Option<Uri?> _terms = Page("--terms", "ManifestTerms");

        public ManifestTeamsOptions()
        {
            Check(_host, text => Uri.CheckHostName(text) == UriHostNameType.Dns && text.Contains('.', StringComparison.Ordinal), "ManifestBadHost");
            Check(_version, IsVersion, "ManifestBadVersion");
            Check(_developer, text => text.Trim().Length is > 0 and <= LongestDeveloper, "ManifestBadDeveloper");
        }

        public Option<string> Out { get; } = new("--out") { Description = HostTexts.Get("ManifestOut"), DefaultValueFactory = _ => UsualFile };

        public IEnumerable<Option> All => [_appId, _host, Out, _version, _developer, _website, _privacy, _terms];

        public TeamsApp Of(ParseResult parsed) => new()
        {
            AppId = parsed.GetValue(_appId),
            Host = parsed.GetValue(_host)!,
            Version = parsed.GetValue(_version)!,
            Developer = parsed.GetValue(_developer)!.Trim(),
            Own = parsed.GetValue(_website),
            PrivacyPage = parsed.GetValue(_privacy),
            TermsPage = parsed.GetValue(_terms),
        };

        private static bool IsVersion(string text) =>
            text.Split('.') is { Length: 3 } parts && parts.All(part => part.Length < 6 && int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out _));

        private static Option<Uri?> Page(string name, string description) => new(name)
        {
            Description = HostTexts.Get(description),
            CustomParser = result => Https(result, name),
        };

        private static Uri? Https(ArgumentResult result, string name)
        {
            if (Uri.TryCreate(result.Tokens[0].Value, UriKind.Absolute, out var page) && page.Scheme == Uri.UriSchemeHttps)
            {
                return page;
            }

            result.AddError(HostTexts.Get("ManifestBadPage", name));
            return null;
        }

        private static void Check(Option<string> option, Func<string, bool> isGood, string complaint) => option.Validators.Add(result =>
        {
            if (result.GetValue(option) is not { } text || !isGood(text))
            {
                result.AddError(HostTexts.Get(complaint, option.Name));
            }
        });
    }
}
