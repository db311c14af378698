package org.openengagement.embedded.server.commands;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.List;
import java.util.stream.Stream;
import org.openengagement.embedded.storage.Catalog;
import org.openengagement.embedded.storage.DocumentCollection;
import org.openengagement.embedded.storage.StoreFiles;
import org.openengagement.embedded.storage.index.IndexDefinition;

/** The commands about collections as a whole: making, listing and dropping them. */
final class Administration {

    private final StoreFiles files;

    Administration(StoreFiles files) {
        this.files = files;
    }

    Document create(String database, Document request) {
        String name = Requests.collection(database, request, "create");
        Requests.refuse(request, "capped", "timeseries", "viewOn", "validator", "collation", "clusteredIndex");
        return files.of(name).write(catalog -> {
            if (catalog.find(name).isPresent()) {
                throw new MongoServerError(48, "NamespaceExists", "%s exists.".formatted(name));
            }
            catalog.findOrCreate(name);
            return new Document();
        });
    }

    Document drop(String database, Document request) {
        String name = Requests.collection(database, request, "drop");
        files.refuseIfAppendOnly(name, "drop");
        return files.of(name).write(catalog -> {
            DocumentCollection collection =
                    catalog.find(name).orElseThrow(() -> new MongoServerError(26, "NamespaceNotFound", "ns not found"));
            catalog.drop(collection);
            return new Document("ns", name);
        });
    }

    Document dropDatabase(String database, Document request) {
        collections(database).forEach(name -> files.refuseIfAppendOnly(name, "dropDatabase"));
        files.all()
                .forEach(file -> file.write(catalog -> {
                    inDatabase(catalog, database).toList().forEach(catalog::drop);
                    return null;
                }));
        return new Document("dropped", database);
    }

    Document listCollections(String database, Document request) {
        Document filter = Requests.document(request, "filter");
        Object wanted = filter.get("name");
        List<Document> found = collections(database)
                .map(name -> name.substring(database.length() + 1))
                .filter(name -> wanted == null || name.equals(wanted))
                .map(name ->
                        new Document("name", name).append("type", "collection").append("options", new Document()))
                .toList();
        return Cursors.whole(database + ".$cmd.listCollections", found);
    }

    Document listIndexes(String database, Document request) {
        String name = Requests.collection(database, request, "listIndexes");
        List<Document> found = files.of(name)
                .read(catalog -> catalog
                        .find(name)
                        .orElseThrow(() -> new MongoServerError(26, "NamespaceNotFound", "ns does not exist: " + name))
                        .indexDefinitions()
                        .stream()
                        .map(IndexDefinition::specification)
                        .toList());
        return Cursors.whole(name, found);
    }

    Document listDatabases(String database, Document request) {
        List<Document> names = files.all().stream()
                .flatMap(file -> file.read(Catalog::all).stream())
                .map(collection ->
                        collection.name().substring(0, collection.name().indexOf('.')))
                .distinct()
                .sorted()
                .map(name -> new Document("name", name).append("empty", false))
                .toList();
        return new Document("databases", names);
    }

    private Stream<String> collections(String database) {
        return files.all().stream()
                .flatMap(file ->
                        file
                                .read(catalog -> inDatabase(catalog, database)
                                        .map(DocumentCollection::name)
                                        .toList())
                                .stream())
                .sorted();
    }

    private static Stream<DocumentCollection> inDatabase(Catalog catalog, String database) {
        return catalog.all().stream().filter(collection -> collection.name().startsWith(database + "."));
    }
}
