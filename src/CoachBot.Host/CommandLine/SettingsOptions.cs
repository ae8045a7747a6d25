using System.CommandLine;
using System.ComponentModel.DataAnnotations;
using CoachBot.Host.Resources;
using CoachBot.Infrastructure.Search;
using CoachBot.Infrastructure.Storage;

namespace CoachBot.Host.CommandLine;

/// <summary>The options that every command takes, over the settings of <c>appsettings.json</c>, <c>.env</c> and the environment.</summary>
internal sealed class SettingsOptions
{
    private readonly Option<string?> _knowledge = new("--knowledge") { Description = HostTexts.Get("KnowledgeOption"), Recursive = true };
    private readonly Option<string?> _documents = new("--documents") { Description = HostTexts.Get("DocumentsOption"), Recursive = true };
    private readonly Option<string?> _data = new("--data") { Description = HostTexts.Get("DataOption"), Recursive = true };

    /// <summary>Makes the options known to the root command and all below it.</summary>
    public void AddTo(RootCommand root)
    {
        root.Options.Add(_knowledge);
        root.Options.Add(_documents);
        root.Options.Add(_data);
    }

    /// <summary>The settings with the options of this call.</summary>
    public KnowledgeOptions Of(ParseResult parsed)
    {
        var options = Section<KnowledgeOptions>(KnowledgeOptions.Section);
        options.Folder = parsed.GetValue(_knowledge) ?? options.Folder;
        options.DocumentsFolder = parsed.GetValue(_documents) ?? options.DocumentsFolder;
        options.DataFolder = parsed.GetValue(_data) ?? options.DataFolder;
        return Validated(options);
    }

    /// <summary>Where the memory is.</summary>
    public static StorageOptions StorageOf() => Validated(Section<StorageOptions>(StorageOptions.Section));

    /// <summary>A section of the settings, with its defaults where nothing is set.</summary>
    public static T Section<T>(string name)
        where T : new()
    {
        var options = new T();
        new ConfigurationBuilder()
            .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true)
            .AddJsonFile(Path.GetFullPath("appsettings.json"), optional: true)
            .AddEnvironmentVariables()
            .Build()
            .GetSection(name)
            .Bind(options);
        return options;
    }

    private static T Validated<T>(T options)
        where T : class
    {
        Validator.ValidateObject(options, new ValidationContext(options), validateAllProperties: true);
        return options;
    }
}
