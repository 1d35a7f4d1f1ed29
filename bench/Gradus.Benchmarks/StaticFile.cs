using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Primitives;

namespace Gradus.Benchmarks;

/// <summary>One file on disk with the bytes of the page just measured, sent by the framework's own static file middleware.</summary>
internal static class StaticFile
{
    private static readonly string Path = System.IO.Path.Combine(Directory.CreateTempSubdirectory("gradus-bench-file").FullName, "file.html");

    public static byte[] Content
    {
        set => File.WriteAllBytes(Path, value);
    }

    public static StaticFileOptions Options() => new()
    {
        FileProvider = new OneFile(),
        OnPrepareResponse = context =>
        {
            context.Context.Response.ContentType = "text/html; charset=utf-8";
            context.Context.Response.Headers.ContentEncoding = "br";
        },
        ServeUnknownFileTypes = true,
    };

    private sealed class OneFile : IFileProvider
    {
        public IDirectoryContents GetDirectoryContents(string subpath) => NotFoundDirectoryContents.Singleton;

        public IFileInfo GetFileInfo(string subpath) => new Microsoft.Extensions.FileProviders.Physical.PhysicalFileInfo(new FileInfo(Path));

        public IChangeToken Watch(string filter) => NullChangeToken.Singleton;
    }
}
