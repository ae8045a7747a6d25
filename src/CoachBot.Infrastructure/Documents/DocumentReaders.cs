using CoachBot.Core.Documents;
using CoachBot.Core.Documents.Import;
using Microsoft.Extensions.DependencyInjection;

namespace CoachBot.Infrastructure.Documents;

/// <summary>The formats that documents are read in, and what the host needs to use them.</summary>
public static class DocumentReaders
{
    /// <summary>One reader a format.</summary>
    public static IReadOnlyList<IDocumentReader> All() =>
        [new WordReader(), new SlidesReader(), new SheetsReader(), new PdfReader(), new HtmlReader(), new MarkdownReader(), new PlainTextReader()];

    /// <summary>A gate over all formats.</summary>
    /// <param name="time">The clock of its time limit.</param>
    public static DocumentGate Gate(TimeProvider time) => new(All(), time);

    /// <summary>Adds the gate, the documents below a knowledge folder as passages, and the import into it.</summary>
    /// <param name="services">Where to add them.</param>
    /// <param name="knowledgeFolder">The knowledge folder.</param>
    public static IServiceCollection AddDocuments(this IServiceCollection services, string knowledgeFolder) => services
        .AddSingleton(new DocumentGate(All(), TimeProvider.System))
        .AddSingleton<IPassageSource>(provider => new DocumentFolder(Path.Combine(knowledgeFolder, "documents"), provider.GetRequiredService<DocumentGate>()))
        .AddSingleton<IDocumentFiles, DiskFiles>()
        .AddTransient<IDraftStore>(_ => new DraftFolder(knowledgeFolder))
        .AddTransient<DocumentImport>();
}
