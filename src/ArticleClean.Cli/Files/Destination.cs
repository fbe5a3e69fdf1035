namespace ArticleClean.Cli.Files;

/// <summary>Where the outputs of a run go.</summary>
internal sealed class Destination
{
    private readonly string _path;

    private Destination(DestinationKind kind, string path, string? sidecar)
    {
        Kind = kind;
        _path = path;
        SidecarFile = sidecar;
    }

    public DestinationKind Kind { get; }

    /// <summary>The sidecar's file where the user named it.</summary>
    public string? SidecarFile { get; }

    /// <summary>The output folder's real path, or null.</summary>
    public static string? Folder(string? output, bool isForOneFile) =>
        output is null or "-" || NamesFile(output, isForOneFile) ? null : RealPath.Of(output);

    /// <summary>Works out the destination; what does not fit together is a <see cref="Failure"/>.</summary>
    public static Destination Of(string? output, string? sidecar, bool inPlace, bool mayBeMissing, Inputs inputs)
    {
        bool one = !inputs.IsMany;
        bool standard = one && inputs.Files is [{ IsStandard: true }];
        if (sidecar is not null && !one)
            throw Errors.SidecarForOne();
        if (inPlace)
        {
            if (output is not null)
                throw Errors.OutputAndInPlace();
            if (sidecar is not null)
                throw Errors.SidecarInPlace();
            return standard ? throw Errors.InPlaceNeedsFiles() : new Destination(DestinationKind.InPlace, "", null);
        }

        if (output is null or "-")
            return one || mayBeMissing ? new Destination(DestinationKind.StandardOutput, "-", sidecar) : throw Errors.OutputNeeded();
        if (NamesFile(output, one))
            return new Destination(DestinationKind.File, output, sidecar);
        if (standard)
            throw Errors.OutputNameNeeded();
        return File.Exists(output) ? throw Errors.OutputIsFile(output) : new Destination(DestinationKind.Folder, output, sidecar);
    }

    /// <summary>The path of the cleaned file; <c>-</c> for standard output.</summary>
    public string Body(InputFile file) => Kind switch
    {
        DestinationKind.Folder => Path.Join(_path, FileNames.Body(file.Relative)),
        DestinationKind.InPlace => file.Path,
        _ => _path,
    };

    /// <summary>The path of the sidecar; null when none is written.</summary>
    public string? Sidecar(InputFile file) =>
        SidecarFile ?? (Kind == DestinationKind.StandardOutput ? null : FileNames.Sidecar(Body(file)));

    /// <summary>The body's path as the sidecar tells it: without the output folder.</summary>
    public string BodyName(InputFile file) => Kind switch
    {
        DestinationKind.Folder => FileNames.Body(file.Relative),
        DestinationKind.File => Path.GetFileName(_path),
        DestinationKind.InPlace => file.Relative,
        _ => "-",
    };

    private static bool NamesFile(string output, bool isForOneFile) =>
        isForOneFile && FileNames.HasExtension(output) && !Path.EndsInDirectorySeparator(output) && !Directory.Exists(output);
}

internal enum DestinationKind
{
    StandardOutput,
    File,
    Folder,
    InPlace,
}
